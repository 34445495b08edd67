"""`python -m bot` is the same as `attune`."""

import sys

from bot.cli import main

sys.exit(main())
