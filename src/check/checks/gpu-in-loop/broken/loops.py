import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


def draw_all(prompts):
    images = []
    for prompt in prompts:
        images.append(draw(prompt))  # here
    return images + [draw(prompt) for prompt in prompts]  # here


with gr.Blocks() as demo:
    microphone = gr.Audio(streaming=True)
    box = gr.Textbox()
    box.submit(draw_all, box, box)
    microphone.stream(draw, microphone, box)  # here

demo.queue(max_size=20).launch()
