import gradio as gr
import spaces
import torch

import json

import librosa
from datasets import load_dataset
from diffusers import DiffusionPipeline, DPMSolverMultistepScheduler
from llama_cpp import Llama
from transformers import AutoConfig, AutoProcessor, AutoTokenizer

pipeline = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")


@spaces.GPU(duration=60)
def draw(prompt, audio, style):
    tokenizer = AutoTokenizer.from_pretrained("openai/clip-vit-base-patch32")
    processor = AutoProcessor.from_pretrained("openai/clip-vit-base-patch32")
    config = AutoConfig.from_pretrained("openai/clip-vit-base-patch32")
    scheduler = DPMSolverMultistepScheduler.from_pretrained("stabilityai/sdxl-turbo", subfolder="scheduler")
    sound = librosa.load(audio)
    styles = json.load(open("styles.json"))
    pipeline.load_lora_weights(styles[style])
    speaker = torch.load("voices/speaker.pt")
    writer = Llama.from_pretrained(repo_id="someone/model-GGUF", filename="*.gguf", n_gpu_layers=-1)
    return pipeline(prompt, scheduler=scheduler), tokenizer, processor, config, sound, speaker, writer, load_dataset


gr.Interface(draw, ["text", "audio", "text"], "image").queue(max_size=20).launch()
