"""Thin Streamlit pages: filters, read, transform, draw, download."""
