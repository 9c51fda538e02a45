# Niet getest: waar dit is geschreven, kon geen container draaien. docs/beheer/installeren.md zegt hoe u het gebruikt.
FROM python:3.13-slim AS build
WORKDIR /src
COPY . .
RUN pip install --no-cache-dir "hatchling>=1.27" && python -m hatchling build -t wheel -d /wheel

FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PORT=5055
COPY requirements.txt /wheel/
COPY --from=build /wheel/*.whl /wheel/
RUN pip install --require-hashes -r /wheel/requirements.txt \
    && pip install "$(ls /wheel/*.whl)[postgresql]" \
    && rm -r /wheel \
    && useradd --system --uid 10001 --no-create-home register \
    && install -d -o register -g register -m 0700 /data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 5055
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/gezond', timeout=4)"]
# Op 127.0.0.1: de proxy deelt het netwerk van deze container (compose.yml).
CMD ["sh", "-c", "exec verwerkersregister --instance /data run --port \"$PORT\""]
