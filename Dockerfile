# Two stages: npm builds, and what runs is Deno, the build and nothing else.
# Runs as nobody in particular, with a read-only file system beside /app/data.

FROM node:22-bookworm-slim AS build
RUN npm install --global deno@2.9.6
WORKDIR /app
COPY . .
RUN deno task build && mkdir data

FROM debian:bookworm-slim
COPY --from=build /usr/local/lib/node_modules/deno/deno /usr/local/bin/deno
WORKDIR /app
COPY --from=build /app/_fresh _fresh
COPY --from=build --chown=10001:10001 /app/data data
# glibc would keep the 19 MiB blocks that password hashing frees: gigabytes in place of
# megabytes. Much lower thresholds catch what compression allocates and halve its speed.
ENV MALLOC_MMAP_THRESHOLD_=16777216 \
    MALLOC_TRIM_THRESHOLD_=16777216 \
    DENO_NO_UPDATE_CHECK=1 \
    DENO_DIR=/tmp/deno \
    PORT=8000
USER 10001:10001
VOLUME /app/data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["deno", "eval", "--no-config", "Deno.exit((await fetch(`http://127.0.0.1:${Deno.env.get('PORT')}/healthz`)).ok ? 0 : 1)"]
# V8 would let what is short-lived take up to 100 MB before it looks for what is free,
# and would look several times during the start: hence from 8 MB on, and at 16 at the most.
# The permissions of `deno task start`, spelled out: deno.json would ask for the packages of the build.
CMD ["deno", "run", "--v8-flags=--min-semi-space-size=8,--max-semi-space-size=16", "--no-config", "--no-lock", "--cached-only", "--unstable-kv", \
  "--allow-net", "--allow-read=/app", "--allow-write=/app/data", \
  "--allow-env=BREACHED_*,DENO_DEPLOYMENT_ID,DENO_KV_ACCESS_TOKEN,HOST,KV_PATH,KV_TOKEN,KV_URL,PORT,PUBLIC_ORIGIN,SECRET_KEYS,SMS_*,SMTP_*,TRUST_PROXY,VOICE_*", \
  "_fresh/server.js"]
