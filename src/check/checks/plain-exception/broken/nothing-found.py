import re
import shutil

import cv2
import gradio as gr
import spaces

TABLE = {"upper": str.upper, "lower": str.lower}


@spaces.GPU(duration=20)
def answer(mode, text):
    found = []
    handler = TABLE.get(mode)
    if handler is None:
        raise ValueError(f"unknown mode {mode}")  # here
    if re.search("x", text) is None:
        raise ValueError("nothing found")  # here
    image = cv2.imread(text)
    if image is None:
        raise ValueError("no image")  # here
    tool = shutil.which("ffmpeg")
    if tool is None:
        raise ValueError("no ffmpeg")  # here
    for line in text.split("\n"):
        found.append(handler(line))
    if not found:
        raise ValueError("nothing to say")  # here
    raise KeyError(mode)  # here


gr.Interface(answer, ["text", "text"], "text").queue(max_size=20).launch()
