; What build/installer.nsh does, with the calls and variables of electron-builder's own script, over a
; stand-in for the program: compiled by makensis, run by wine.
Target amd64-unicode
!include LogicLib.nsh
!include FileFunc.nsh
!include FileAssociation.nsh
!include installer.nsh
Name "Touyan"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Touyan"
RequestExecutionLevel user
Var installMode
!define isUpdated `"$0" == "updated"`

Section
  StrCpy $installMode "CurrentUser"
  SetShellVarContext current
  SetOutPath $INSTDIR
  File /r "${TREE}\*.*"
  !insertmacro APP_ASSOCIATE "touyan" "Touyan.Package" "头雁数据包" "$INSTDIR\Touyan.exe,0" "Touyan" '"$INSTDIR\Touyan.exe" "%1"'
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\Uninstall.exe"
SectionEnd

Section Uninstall
  StrCpy $installMode "CurrentUser"
  SetShellVarContext current
  !insertmacro APP_UNASSOCIATE "touyan" "Touyan.Package"
  !insertmacro customUnInstall
  RMDir /r $INSTDIR
SectionEnd
