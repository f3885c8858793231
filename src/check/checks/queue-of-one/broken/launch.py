import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


demo = gr.Interface(draw, "text", "text")

if __name__ == "__main__":
    demo.launch(share=True)  # here
