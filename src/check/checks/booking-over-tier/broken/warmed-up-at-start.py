import threading

import gradio as gr
import spaces


@spaces.GPU(duration=120)  # here
def generate(prompt):
    return prompt


def warm_up():
    generate("ready?")


def engine(generate_with):
    return gr.Interface(generate_with, "text", "text")


threading.Thread(target=warm_up, daemon=True).start()
engine(generate_with=generate).queue(max_size=20).launch()
