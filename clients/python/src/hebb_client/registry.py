"""Schemas of topics, from a registry with Confluent's REST API, and Confluent's wire format."""

from __future__ import annotations

import io
import json
import struct
import urllib.error
import urllib.request
from typing import Any

import fastavro

_HEADER = struct.Struct(">bI")
_TIMEOUT_SECONDS = 15


class RegistryError(Exception):
    """The registry cannot be asked, has no such schema, or a value is not in Confluent's wire format."""


class Registry:
    """A client of a schema registry. It remembers every schema by its id.

    :param url: base URL, for example ``http://127.0.0.1:8081/apis/ccompat/v7``
    """

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._schemas: dict[int, Any] = {}

    def latest(self, topic: str) -> tuple[int, Any]:
        """The id and the parsed schema of the newest version of the subject ``<topic>-value``."""
        answer = self._get(f"/subjects/{topic}-value/versions/latest")
        return int(answer["id"]), fastavro.parse_schema(json.loads(answer["schema"]))

    def encode(self, schema_id: int, schema: Any, value: Any) -> bytes:
        """A value in Confluent's wire format: a zero byte, the schema's id, and Avro."""
        out = io.BytesIO()
        out.write(_HEADER.pack(0, schema_id))
        fastavro.schemaless_writer(out, schema, value)
        return out.getvalue()

    def decode(self, value: bytes) -> dict[str, Any]:
        """The record in a value, as a dictionary with the fields of the schema that it was written with."""
        if len(value) < _HEADER.size or value[0] != 0:
            raise RegistryError("the value is not in Confluent's wire format: it must start with a zero byte and a"
                                " 4-byte schema id; is this a topic of Hebb?")
        schema_id: int = _HEADER.unpack_from(value)[1]
        record = fastavro.schemaless_reader(io.BytesIO(value[_HEADER.size:]), self._by_id(schema_id), None)
        if not isinstance(record, dict):
            raise RegistryError(f"schema {schema_id} does not describe a record; is this a topic of Hebb?")
        return record

    def _by_id(self, schema_id: int) -> Any:
        if schema_id not in self._schemas:
            answer = self._get(f"/schemas/ids/{schema_id}")
            self._schemas[schema_id] = fastavro.parse_schema(json.loads(answer["schema"]))
        return self._schemas[schema_id]

    def _get(self, path: str) -> Any:
        try:
            with urllib.request.urlopen(self._url + path, timeout=_TIMEOUT_SECONDS) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as e:
            raise RegistryError(f"the schema registry at {self._url} answers {e.code} to {path};"
                                " 'hebb doctor' says which subjects are missing") from e
        except (urllib.error.URLError, OSError) as e:
            raise RegistryError(f"no schema registry answers at {self._url} ({e}); start one with 'hebb up',"
                                " or correct the URL") from e
        except ValueError as e:
            raise RegistryError(f"what answers at {self._url} is not a schema registry: no JSON at {path}") from e
