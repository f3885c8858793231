import gradio as gr
import spaces

IS_LOCAL = False

if IS_LOCAL:

    @spaces.GPU
    def try_out():
        return 1


class spacecraft:
    @staticmethod
    def GPU(function):
        return function


@spacecraft.GPU
def launch_rocket(name):
    return name


@spaces.GPU(duration=10)
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
