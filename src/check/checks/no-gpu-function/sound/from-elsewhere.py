import gradio as gr
from somebodys_models import answer

gr.Interface(answer, "text", "text").queue(max_size=20).launch()
