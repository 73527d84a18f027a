# Dalil in a small image: dependencies are built once, the second stage holds only what runs.
FROM python:3.12-slim AS build
WORKDIR /build
COPY requirements.lock .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock

FROM python:3.12-slim
RUN useradd --system --uid 10001 --no-create-home dalil && mkdir /data /keys && chown dalil /data /keys && chmod 700 /data /keys
WORKDIR /app
COPY --from=build /venv /venv
COPY bot bot
COPY handlers handlers
COPY locales locales
COPY knowledge knowledge
# -OO leaves out docstrings: 9 MB less memory. Compiled here, as the running container may write nothing.
RUN /venv/bin/python -OO -m compileall -qq -j 0 /venv/lib bot handlers || true
RUN /venv/bin/python -m bot knowledge check  # builds the index of the knowledge base, which the running container may not write
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 DALIL_DATA_DIR=/data DALIL_KEYS_FILE=/keys/dalil.json DALIL_HTTP_HOST=0.0.0.0
USER 10001
EXPOSE 8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8081/readyz', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["python", "-OO", "-m", "bot"]
CMD ["run"]
