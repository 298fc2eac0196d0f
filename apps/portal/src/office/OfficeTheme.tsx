import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../language/language.js';

/** Hands the tokens of tokens.css to Ant Design, so that nothing is said twice. */
export function OfficeTheme({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const [token] = useState(readTokens);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={{ token, components: { Table: { headerBg: token.colorBgContainer } } }}
    >
      {children}
    </ConfigProvider>
  );
}

function readTokens() {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    colorPrimary: read('--act'),
    colorLink: read('--act'),
    colorSuccess: read('--ok'),
    colorWarning: read('--warn'),
    colorError: read('--bad'),
    colorText: read('--ink'),
    colorTextSecondary: read('--ink-2'),
    colorTextDescription: read('--ink-2'),
    colorBorder: read('--line-strong'),
    colorBorderSecondary: read('--line-2'),
    colorBgContainer: read('--paper'),
    colorBgLayout: read('--ground'),
    fontFamily: read('--font'),
    fontSize: 14,
    borderRadius: Number.parseInt(read('--radius'), 10),
    motion: false,
  };
}
