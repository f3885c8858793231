import gradio as gr
import spaces

demo = gr.load("models/gpt2")
demo.fn = spaces.GPU(duration=30)(demo.fn)
demo.queue(max_size=20).launch()
