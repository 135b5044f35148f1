"""How Flemish municipalities obtain personal data of civic-integration participants, as dated and explained rules."""

from . import columns, errors, vocabulary
from ._inburgering import *
from .errors import *
from .vocabulary import *
