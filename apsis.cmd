@echo off
rem Runs Apsis on an installed JDK 21+; in a source tree, builds it first if the sources changed.
setlocal
set "HERE=%~dp0"
set "JAVA="
set "RELEASE=0"

call :consider "%JAVA_HOME%"
if defined JAVA goto have_jdk
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if defined JAVA goto have_jdk
for /f "delims=" %%J in ('where java 2^>nul') do call :consider "%%~dpJ.."
if defined JAVA goto have_jdk
echo apsis: no JDK 21 or newer found: install one (for example Temurin 25), or set JAVA_HOME to it. 1>&2
exit /b 1

:have_jdk
set "JAR=%HERE%apsis.jar"
if not exist "%HERE%pom.xml" goto have_jar
set "JAR=%HERE%server\target\apsis.jar"
powershell -NoProfile -Command "$jar = Get-Item -LiteralPath $env:JAR -ErrorAction SilentlyContinue; if (-not $jar) { exit 1 }; $here = $env:HERE; $tops = 'protocol','client-web','server' | ForEach-Object { Join-Path $here $_ }; $files = @(Get-Item (Join-Path $here 'pom.xml')) + @($tops | ForEach-Object { Get-ChildItem (Join-Path $_ '*') -File; Get-ChildItem (Join-Path $_ 'src') -Recurse }); if ($files | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto have_jar

where mvn >nul 2>nul || (echo apsis: building needs Maven 3.8.6 or newer: install it and have mvn on PATH. 1>&2 & exit /b 1)
where node >nul 2>nul || (echo apsis: building needs Node 20.19 or newer with npm: install it and have node on PATH. 1>&2 & exit /b 1)
echo apsis: building (first start or changed sources), about a minute... 1>&2
if not exist "%HERE%target" mkdir "%HERE%target"
pushd "%HERE%"
set "JAVA_HOME=%JDK%"
call mvn -B -q -Dquick package >"%HERE%target\build.log" 2>&1
if errorlevel 1 (
  popd
  type "%HERE%target\build.log" 1>&2
  echo apsis: the build failed, see above. 1>&2
  exit /b 1
)
popd

:have_jar
if not exist "%JAR%" (
  echo apsis: apsis.jar is missing beside %~f0. 1>&2
  exit /b 1
)
set "FLAGS=-XX:+UseZGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
if %RELEASE% LSS 23 set "FLAGS=%FLAGS% -XX:+ZGenerational"
if %RELEASE% GEQ 24 set "FLAGS=%FLAGS% --sun-misc-unsafe-memory-access=allow"
if %RELEASE% GEQ 25 set "FLAGS=%FLAGS% -XX:+UseCompactObjectHeaders"
"%JAVA%" %FLAGS% %APSIS_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:consider
rem Takes the JDK in %1 if it is newer than the best so far.
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%M in ("%%~V") do if %%M GTR 20 if %%M GTR %RELEASE% (
  set "JDK=%~1"
  set "JAVA=%~1\bin\java.exe"
  set "RELEASE=%%M"
)
exit /b 0
