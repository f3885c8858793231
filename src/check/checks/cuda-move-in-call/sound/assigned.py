import gradio as gr
import spaces
import torch
from safetensors.torch import load_file


class Net(torch.nn.Module):
    pass


def load_net(path, device="cuda"):
    with torch.device("meta"):
        net = Net()
    net.load_state_dict(load_file(path, device=str(device)), strict=False, assign=True)
    return net


device = torch.device("cuda")
net = load_net("net.safetensors", device=device)


@spaces.GPU(duration=20)
def answer(text):
    net.to(device)
    return net(text)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
