# The sandbox payment gateway. Build after ./mvnw -DskipTests package:
#   docker build -f docker/sandbox.Dockerfile -t rialto-sandbox .
FROM eclipse-temurin:17-jre

RUN useradd --system --create-home sandbox && mkdir /journal && chown sandbox /journal
COPY ear/sandbox/target/sandbox.jar /opt/sandbox.jar

USER sandbox
ENV RIALTO_SANDBOX_HOST=0.0.0.0 \
    RIALTO_SANDBOX_JOURNAL=/journal/journal.jsonl
VOLUME /journal
EXPOSE 9090

ENTRYPOINT ["java", "-Xmx96m", "-jar", "/opt/sandbox.jar"]
