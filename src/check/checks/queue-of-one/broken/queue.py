import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


def build():
    with gr.Blocks() as demo:
        box = gr.Textbox()
        box.submit(draw, box, box)
    return demo


def main():
    demo = build()
    demo.queue(api_open=False, default_concurrency_limit=2).launch()  # here


main()
