import os
from multiprocessing import Pool, Process

import gradio as gr
import spaces


def read(path):
    if os.path.isdir(path):
        reader = Process(target=os.listdir, args=(path,))  # here
    elif path.endswith(".txt"):
        reader = Process(target=open, args=(path,))  # here
    else:
        reader = Pool(2)  # here
    return reader


@spaces.GPU(duration=20)
def answer(path):
    reader = read(path)
    reader.start()
    return path


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
