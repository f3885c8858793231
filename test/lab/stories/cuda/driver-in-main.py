"""A library of the main process starts the driver by itself; then a call comes."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["no-cuda-gpus"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch
import ctypes

cuda = ctypes.CDLL("libcuda.so.1")
print("cuInit", cuda.cuInit(0), flush=True)
context, device = ctypes.c_void_p(), ctypes.c_int()
cuda.cuDeviceGet(ctypes.byref(device), 0)
print("context", cuda.cuDevicePrimaryCtxRetain(ctypes.byref(context), device), flush=True)


@spaces.GPU(duration=60)
def generate(prompt):
    return str(torch.ones(1, device="cuda").sum())


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
