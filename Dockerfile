# docker build -t license-gateway . && docker run -p 4000:4000 -v license-gateway:/data \
#   -v ./gateway.yaml:/etc/license-gateway/gateway.yaml:ro license-gateway
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json vite.config.ts ./
# Before the sources, so that it is done again only when the dependencies change.
RUN npm ci --ignore-scripts
COPY bin ./bin
COPY schema ./schema
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data LICENSE_GATEWAY_CONFIG=/etc/license-gateway/gateway.yaml
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/schema ./schema
COPY --from=build /app/dist ./dist
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The gateway itself is process 1: it takes SIGTERM and SIGHUP, and starts no others.
ENTRYPOINT ["node", "/app/bin/license-gateway.js"]
CMD ["start"]
