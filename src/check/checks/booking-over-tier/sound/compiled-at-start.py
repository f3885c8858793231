import gradio as gr
import spaces
import torch

from diffusers import FluxPipeline

pipe = FluxPipeline.from_pretrained("black-forest-labs/FLUX.1-schnell", torch_dtype=torch.bfloat16).to("cuda")


@spaces.GPU(duration=1500)
def compile_transformer():
    with spaces.aoti_capture(pipe.transformer) as call:
        pipe("a cat")
    exported = torch.export.export(pipe.transformer, args=call.args, kwargs=call.kwargs)
    return spaces.aoti_compile(exported)


spaces.aoti_apply(compile_transformer(), pipe.transformer)


@spaces.GPU(duration=40)
def draw(prompt):
    return pipe(prompt).images[0]


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
