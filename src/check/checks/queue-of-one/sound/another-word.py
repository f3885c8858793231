import os

import gradio as gr
import spaces

if os.getenv("SPACES_ZERO_GPU") == "true":
    os.environ["SPACES_ZERO_GPU"] = "1"


@spaces.GPU(duration=20)
def answer(text):
    return text


gr.Interface(answer, "text", "text").launch()
