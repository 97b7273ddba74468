"""The nouns: frozen types, no input or output.

Each field's description is what a contributor reads: in the form, in the editor, on the command
line and in the published JSON Schema. Dates are text, ``YYYY-MM-DD``, so that they sort and print
as they are.
"""

from .example import *
from .fields import *
from .learning import *
from .page import *
from .problem import *
from .reference import *
