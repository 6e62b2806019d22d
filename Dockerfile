# One image for every process; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app /app
# Named volumes take their owner from the image, so the directories must exist and belong to the user that writes.
RUN mkdir -p /var/lib/amanah/exchange /var/lib/amanah/bank && chown -R node:node /var/lib/amanah
USER node
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
