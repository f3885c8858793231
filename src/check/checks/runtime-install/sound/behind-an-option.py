"""What is installed on request is not installed on a Space, which starts its app without options."""
import argparse
import subprocess
import sys

import gradio as gr
import spaces

parser = argparse.ArgumentParser()
parser.add_argument("--enable-optimization", action="store_true")
parser.add_argument("--kernel", default=None)
args, _ = parser.parse_known_args()


def install(package):
    subprocess.run([sys.executable, "-m", "pip", "install", package], check=True)


if args.enable_optimization:
    subprocess.run("pip install flash-attn --no-build-isolation", shell=True)

if args.kernel:
    install(args.kernel)


@spaces.GPU(duration=20)
def answer(text):
    return text


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
