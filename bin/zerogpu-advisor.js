#!/usr/bin/env node
// Hands the process to the program and sets the exit code; never exits by itself, so that no output is lost.
import { run } from '../dist/main.js';

await run(process);
