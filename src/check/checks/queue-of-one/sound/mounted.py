import gradio as gr
import spaces
import torch

import uvicorn
from fastapi import FastAPI


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


app = gr.mount_gradio_app(FastAPI(), gr.Interface(draw, "text", "text"), path="/")
uvicorn.run(app, port=7860)
