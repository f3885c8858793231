import gradio as gr
import setup_gpu
import spaces


@spaces.GPU(duration=20)
def embed(text):
    return setup_gpu.zero, text


gr.Interface(embed, "text", "json").queue(max_size=20).launch()
