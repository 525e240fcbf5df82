; What our installer and its removal do beyond electron-builder's own script, which includes this.

!macro customInstall
  ; Of a removal it is told where the data stays; so is whoever looks for it.
  WriteRegStr SHELL_CONTEXT "Software\Touyan" "DataHint" "$APPDATA\Touyan"
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Touyan"
  ; electron-builder's script leaves the kind of file pointing at a program that is gone.
  ReadRegStr $R9 SHELL_CONTEXT "Software\Classes\.touyan" ""
  ${if} $R9 == "Touyan.Package"
    DeleteRegValue SHELL_CONTEXT "Software\Classes\.touyan" ""
  ${endIf}
  ; The unit's records are never taken along. An update runs this, too, and says nothing.
  ${ifNot} ${isUpdated}
    SetShellVarContext current
    ${if} ${FileExists} "$APPDATA\Touyan\*.*"
      MessageBox MB_OK|MB_ICONINFORMATION "程序已卸载。单位的数据没有删除，仍在：$\r$\n$APPDATA\Touyan$\r$\n$\r$\nThe program was removed. The data of your unit was not; it stays in the folder above." /SD IDOK
    ${endIf}
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
  ${endIf}
!macroend
