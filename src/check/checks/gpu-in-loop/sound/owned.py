import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    yield prompt


@spaces.GPU(duration=60)
def draw_all(prompts):
    return [list(draw(prompt)) for prompt in prompts]


def follow(prompt):
    for frame in draw(prompt):
        yield frame
    for attempt in range(3):
        if attempt:
            return draw(prompt)
    return None


gr.TabbedInterface([gr.Interface(draw_all, "text", "json"), gr.Interface(follow, "text", "text", live=False)]).queue(max_size=20).launch()
