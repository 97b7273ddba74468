"""The finder's index: what can be found, cut into plain script files that load from the web and
from a disk alike."""
