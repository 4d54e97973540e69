# Builds with everything, runs with what running needs: as nobody in particular, on a root that can be read-only.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The install compiles the message catalogs, so it needs the sources.
COPY src ./src
COPY static ./static
COPY svelte.config.js vite.config.ts tsconfig.json ./
RUN npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_FILE=/data/holoscope.db
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
# Reports, commands and workers run from the sources: Node strips their types.
COPY --from=build /app/src ./src
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=4s --start-period=20s \
	CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/cli/serve.ts"]
