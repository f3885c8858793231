import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    try:
        return prompt.upper()
    except Exception as error:  # here
        print(f"failed: {error}")
        return None


@spaces.GPU(duration=20)
def film(prompt):
    for frame in prompt:
        try:
            frame.encode()
        except:  # here
            continue
    return prompt


gr.TabbedInterface([gr.Interface(draw, "text", "text"), gr.Interface(film, "text", "text")]).queue(max_size=20).launch()
