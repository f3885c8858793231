import os

import gradio as gr
import spaces

os.environ["SPACES_ZERO_GPU"] = "true"


@spaces.GPU(duration=20)
def answer(text):
    return text


gr.Interface(answer, "text", "text").launch()  # here
