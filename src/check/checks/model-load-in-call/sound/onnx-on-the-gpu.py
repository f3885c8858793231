"""A session of ONNX Runtime on the GPU can only be made where there is one."""
import gradio as gr
import onnxruntime
import spaces


class Tagger:
    def __init__(self, path, providers):
        self.session = onnxruntime.InferenceSession(path, providers=providers)


@spaces.GPU(duration=30)
def tag(image):
    providers = []
    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        providers.append("CUDAExecutionProvider")
    session = onnxruntime.InferenceSession("tagger.onnx", providers=providers)
    other = Tagger("other.onnx", ["CUDAExecutionProvider"])
    return session.run(None, {"image": image}), other.session.run(None, {"image": image})


gr.Interface(tag, "image", "json").queue(max_size=20).launch()
