"""The band: a picture of time, drawn by the server. From what happened to SVG: nothing here knows which page it stands on."""
