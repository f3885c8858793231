import gradio as gr
import spaces

import broken


@spaces.GPU(duration=10)
def answer(text):
    return broken.f(text)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
