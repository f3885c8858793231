import gradio as gr
import spaces


@spaces.accelerate
def answer(text):
    return text


gr.Interface(answer, "text", "text").queue(max_size=20).launch()  # here
