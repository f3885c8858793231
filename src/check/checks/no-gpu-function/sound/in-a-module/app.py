import gradio as gr

from worker import answer

gr.Interface(answer, "text", "text").queue(max_size=20).launch()
