import gradio as gr
import spaces
import torch

from sentence_transformers import SentenceTransformer
from transformers import pipeline as make_pipeline


class Engine:
    def __init__(self):
        self.model = None

    def prepare(self):
        if self.model is None:
            self.model = SentenceTransformer("intfloat/e5-base")  # here
        return self.model

    @spaces.GPU(duration=30)
    def embed(self, text):
        classifier = make_pipeline("text-classification")  # here
        return self.prepare().encode(text), classifier(text)


engine = Engine()
gr.Interface(engine.embed, "text", "json").queue(max_size=20).launch()
