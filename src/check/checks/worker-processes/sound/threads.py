import gradio as gr
import spaces
import torch

import multiprocessing
import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

from torch.utils.data import DataLoader

WORKERS = multiprocessing.cpu_count()


@spaces.GPU(duration=20)
def draw(prompts):
    with ThreadPoolExecutor() as pool:
        list(pool.map(len, prompts))
    Thread(target=len, args=(prompts,)).start()
    subprocess.run(["ffmpeg", "-version"])
    return DataLoader(prompts, num_workers=0)


def handle(prompts):
    with multiprocessing.Pool(2) as pool:
        return draw(pool.map(len, prompts))


gr.Interface(handle, "text", "text").queue(max_size=20).launch()
