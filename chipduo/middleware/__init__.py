from chipduo.middleware.compression import Compression
from chipduo.middleware.editor_time_zone import EditorTimeZone
from chipduo.middleware.foreign_words import ForeignWords
from chipduo.middleware.public_cache import PublicCache
from chipduo.middleware.query_gate import QueryGate
from chipduo.middleware.same_bytes import SameBytes
from chipduo.middleware.security_headers import SecurityHeaders

__all__ = [
    "Compression",
    "EditorTimeZone",
    "ForeignWords",
    "PublicCache",
    "QueryGate",
    "SameBytes",
    "SecurityHeaders",
]
