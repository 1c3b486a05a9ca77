<?xml version="1.0" encoding="UTF-8"?>
<!-- Copies the document, and tells our own app in section sip whose phone this is -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:lp="http://www.linphone.org/xsds/lpconfig.xsd"
                xmlns="http://www.linphone.org/xsds/lpconfig.xsd"
                exclude-result-prefixes="lp">

  <xsl:param name="space.domain"/>
  <!-- Empty in a document without an account -->
  <xsl:param name="account.username"/>

  <!-- What no other template matches stays as it is -->
  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="lp:section[@name='sip']">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <xsl:call-template name="entries"/>
    </xsl:copy>
  </xsl:template>

  <!-- A section has a key once -->
  <xsl:template match="lp:section[@name='sip']/lp:entry[@name='app_domain' or @name='app_user']"/>

  <xsl:template match="lp:config[not(lp:section[@name='sip'])]">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
      <section name="sip">
        <xsl:call-template name="entries"/>
      </section>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="entries">
    <entry name="app_domain" overwrite="true"><xsl:value-of select="$space.domain"/></entry>
    <xsl:if test="$account.username">
      <entry name="app_user" overwrite="true"><xsl:value-of select="$account.username"/></entry>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
