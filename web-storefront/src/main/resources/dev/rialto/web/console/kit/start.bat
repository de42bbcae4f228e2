@echo off
rem Starts the storefront; Ctrl-C ends it. Needs Java 17 or later.
cd /d "%~dp0"
if not exist rialto-node.jar (
  echo Put rialto-node.jar beside this file first; the mall's operator hands it out.
  exit /b 1
)
java -jar rialto-node.jar node.properties
