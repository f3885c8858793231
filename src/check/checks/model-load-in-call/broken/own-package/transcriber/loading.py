import torch


def from_pretrained(name, device):
    return torch.load(f"{name}/weights.pt").to(device)
