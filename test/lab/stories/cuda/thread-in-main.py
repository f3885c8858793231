"""A thread of the main process computes on the card before the first call."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["cuda-in-main-process"], "visitor": []}

APP = """
import gradio as gr
import spaces
import torch
import threading


def warm_up():
    print(torch.ones(1, device="cuda").sum(), flush=True)


thread = threading.Thread(target=warm_up)
thread.start()
thread.join()


@spaces.GPU(duration=60)
def generate(prompt):
    return str(torch.ones(1, device="cuda").sum())


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
