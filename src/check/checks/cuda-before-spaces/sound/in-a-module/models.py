import spaces
import torch

weights = torch.zeros(4, device="cuda")
