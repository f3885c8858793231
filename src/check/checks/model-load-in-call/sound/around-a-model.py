"""A pipeline around a model that is loaded already reads nothing."""
import gradio as gr
import spaces
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, pipeline

model = AutoModelForSeq2SeqLM.from_pretrained("example/translator", device_map="cuda")
tokenizer = AutoTokenizer.from_pretrained("example/translator")


@spaces.GPU(duration=20)
def translate(text, language):
    translator = pipeline("translation", model=model, tokenizer=tokenizer, tgt_lang=language)
    return translator(text)


gr.Interface(translate, ["text", "text"], "text").queue(max_size=20).launch()
