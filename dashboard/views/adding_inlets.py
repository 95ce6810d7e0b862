"""The ways in: files that are uploaded, text that is pasted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dashboard.documents import FORMATS, KNOWN, Source, read_source, sources_in
from dashboard.wording import _, number

from .adding_batch import Batch

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

MOST_UPLOAD = 100  # megabytes of one file; the browser refuses a larger one before it is sent
# "text" would mean any file that a browser takes for text.
SUFFIXES = [suffix for format_ in FORMATS for suffix in format_.suffixes if suffix != "text"] + ["zip"]
PASTED = "Pasted text"


def inlets(batch: Batch) -> None:
    """Draw the ways in, and take in what came."""
    files, paste = st.tabs([_("Upload files"), _("Paste text")])
    with files:
        _uploaded(batch)
    with paste:
        _pasted(batch)


def _uploaded(batch: Batch) -> None:
    key = f"adding_files_{batch.round}"
    files: Sequence[UploadedFile] = (
        st.file_uploader(
            _("Articles: {formats}").format(formats=KNOWN),
            type=SUFFIXES,
            accept_multiple_files=True,
            max_upload_size=MOST_UPLOAD,
            key=key,
            on_change=_changed,
            help=_("Saved web pages, PDF and Word files, messages, text; many at once, or packed in a zip archive."),
        )
        or []
    )
    here = frozenset(file.file_id for file in files)
    changed = st.session_state.pop("adding_changed", False)
    gone, batch.in_field = batch.in_field - here, here
    if changed and gone:
        batch.drop([item for item in batch.items if item.origin in gone])
    seen = st.session_state.setdefault("adding_seen", set())
    if new := [file for file in files if file.file_id not in seen]:
        batch.begin()
        _read(batch, new)
        seen.update(here)
        st.rerun()


def _changed() -> None:
    """A person added files or took some out; without this, the field is empty because another page was open."""
    st.session_state["adding_changed"] = True


def _read(batch: Batch, files: Sequence[UploadedFile]) -> None:
    bar = st.progress(0.0)
    for turn, file in enumerate(files):
        for source in sources_in(" ".join(file.name.split()), file.getvalue()):
            told = _("Reading {n} of {total}").format(n=number(turn + 1), total=number(len(files)))
            bar.progress(turn / len(files), told)
            batch.take(read_source(source), file.file_id)
    bar.empty()


def _pasted(batch: Batch) -> None:
    # A form, so that what was typed counts when the button is pressed, wherever the cursor stands.
    with st.form(f"adding_paste_{batch.round}_{batch.count}", border=False):
        text = st.text_area(
            _("The text of one article"),
            height=220,
            key=f"adding_text_{batch.round}_{batch.count}",
            placeholder=_("With its headline, if you like. A page's HTML is read as a page."),
        )
        if st.form_submit_button(_("Take this text"), icon=":material/content_paste:"):
            if not (text or "").strip():
                st.warning(_("There is no text yet: paste an article first."), icon=":material/content_paste_off:")
                return
            batch.begin()
            batch.take(read_source(Source(_(PASTED), lambda: text.encode("utf-8", "replace"))), PASTED)
            st.rerun()
