import gradio as gr
import spaces
import torch
from diffusers import DiffusionPipeline

pipe = DiffusionPipeline.from_pretrained("user/small", torch_dtype=torch.bfloat16)
pipe.to("cuda")


@spaces.GPU(duration=20)
def draw(prompt):
    return pipe(prompt).images[0]


with gr.Blocks() as demo:
    prompt = gr.Textbox()
    prompt.submit(draw, prompt, gr.Image())

demo.queue(max_size=20).launch()
