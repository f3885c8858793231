"""Every snippet of content/ against the real packages: its names exist, its arguments are known, and what can run is run."""
