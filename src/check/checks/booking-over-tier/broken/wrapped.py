import functools

import gradio as gr
import spaces as sp


def draw(pipe, prompt):
    return pipe(prompt)


long_call = functools.partial(sp.GPU, duration=300)
run = sp.GPU(functools.partial(draw, len), duration=150)  # here


class Painter:
    @long_call()  # here
    def paint(self, prompt):
        return prompt


painter = Painter()
gr.Interface(run, "text", "text").queue(max_size=20).launch()
