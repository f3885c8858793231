import gradio as gr

from engine.limits import LIMIT
from engine.run import draw

demo = gr.Interface(draw, "text", "text")
demo.queue(max_size=20).launch()
